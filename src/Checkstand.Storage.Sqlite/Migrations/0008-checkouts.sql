-- Checkouts of the second dialect.

CREATE TABLE checkouts (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    status TEXT NOT NULL,
    product_id BLOB NOT NULL,
    customer_id BLOB,
    external_customer_id TEXT,
    -- In lower case, because it is searched in any.
    email_key TEXT,
    payment_id BLOB,
    document BLOB NOT NULL
);

-- The only index of lists: what they are narrowed and sorted by is in it, so that a list that has to look at every checkout
-- of an organization looks at none of their rows. One for each criterion would cost every checkout more than its own row.
CREATE INDEX checkouts_by_organization ON checkouts (
    organization_id, created_at_ms, id, status, expires_at_ms, product_id
);

CREATE INDEX checkouts_by_customer ON checkouts (customer_id, created_at_ms, id) WHERE customer_id IS NOT NULL;
CREATE INDEX checkouts_by_external_customer ON checkouts (external_customer_id)
    WHERE external_customer_id IS NOT NULL;

-- What buyers of trials are known by, for organizations that give one each; it goes when the payment fails.
CREATE TABLE trial_redemptions (
    organization_id BLOB NOT NULL,
    key TEXT NOT NULL,
    checkout_id BLOB NOT NULL,
    PRIMARY KEY (organization_id, key, checkout_id)
) WITHOUT ROWID;

CREATE INDEX trial_redemptions_by_checkout ON trial_redemptions (checkout_id);

-- What the sweep looks for every second, each nearly always empty.
CREATE INDEX checkouts_open_by_end ON checkouts (expires_at_ms) WHERE status = 'open';
CREATE INDEX checkouts_confirmed ON checkouts (id) WHERE status = 'confirmed';

-- How many checkouts an organization has in each status, so that a list of a million says its length without counting.
CREATE TABLE checkout_counts (
    organization_id BLOB NOT NULL,
    status TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (organization_id, status)
) WITHOUT ROWID;

CREATE TRIGGER checkouts_are_counted_anew AFTER UPDATE OF status ON checkouts WHEN new.status <> old.status
BEGIN
    -- A new checkout that is changed in the transaction that added it is not counted yet: those are counted at its end.
    INSERT INTO checkout_counts (organization_id, status, count) VALUES (old.organization_id, old.status, -1)
    ON CONFLICT (organization_id, status) DO UPDATE SET count = count - 1;
    INSERT INTO checkout_counts (organization_id, status, count) VALUES (new.organization_id, new.status, 1)
    ON CONFLICT (organization_id, status) DO UPDATE SET count = count + 1;
END;
