/** Which data may be corrected as a mere slip: the list of the one write path, for the form. */
export { clericalFields } from "@/lib/proceedings/request";
