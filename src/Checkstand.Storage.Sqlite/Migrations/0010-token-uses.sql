-- When an access token was last used, to the minute: Unix milliseconds, UTC.

ALTER TABLE access_tokens ADD COLUMN last_used_at_ms INTEGER;
