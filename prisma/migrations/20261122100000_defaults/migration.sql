-- The rule set that a new installation starts with. It is a default of the product, not a statute: the decree's
-- own quorum and voting rules are not established and are entered as a new version by two people.
insert into rule_sets (version, body, label, in_force_from) values (1, '{
  "members": 2,
  "requireLegalAct": true,
  "registerLimit": 1000,
  "days": {"attested": 14, "study": 60, "second_reading": 20, "owners": 30, "regional": 20, "signing": 20, "legal_act": 60, "court": 120},
  "requiredClaims": ["identity", "charge", "organ", "measure", "ground", "applied", "exclusion"]
}', 'default', '2020-01-01');
