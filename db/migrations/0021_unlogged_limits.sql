-- Counts of the last minutes: written at every try, and of no use after a crash. Left out of the
-- write-ahead log, they cost less, and are in no backup that is made of it.
ALTER TABLE "rate_limits" SET UNLOGGED;
