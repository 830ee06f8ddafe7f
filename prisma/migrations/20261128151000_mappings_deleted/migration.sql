-- What the columns of a table were said to be is a help, not a record: whoever keeps it may delete it. An import that was read by it
-- has its own copy.
grant delete on import_mappings to aqtalu_app;
