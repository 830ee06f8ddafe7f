// Loaded before web and worker: when whoever supervises them is killed, they end instead of living on.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
