-- The audit log names contacts by now: their fence stands around those rows, too.
CALL raise_fences();
