-- Who bought what: customers, orders, subscriptions.

CREATE TABLE customers (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    -- In lower case, because mailboxes are compared in any.
    email_key TEXT NOT NULL,
    external_id TEXT,
    name TEXT,
    search_text TEXT NOT NULL,
    metadata TEXT NOT NULL,
    deleted_at_ms INTEGER,
    document BLOB NOT NULL
);

CREATE INDEX customers_by_organization ON customers (organization_id, created_at_ms, id) WHERE deleted_at_ms IS NULL;
CREATE UNIQUE INDEX customers_by_email ON customers (organization_id, email_key) WHERE deleted_at_ms IS NULL;
CREATE UNIQUE INDEX customers_by_external_id ON customers (organization_id, external_id)
    WHERE external_id IS NOT NULL AND deleted_at_ms IS NULL;

CREATE TABLE orders (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    -- One order for each checkout, and the database itself holds to that.
    checkout_id BLOB NOT NULL UNIQUE,
    -- 1, 2, 3... in its organization.
    number INTEGER NOT NULL,
    customer_id BLOB NOT NULL,
    product_id BLOB NOT NULL,
    discount_id BLOB,
    subscription_id BLOB,
    billing_reason TEXT NOT NULL,
    net_minor_units INTEGER NOT NULL,
    total_minor_units INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX orders_by_organization ON orders (organization_id, created_at_ms, id);
CREATE UNIQUE INDEX orders_by_number ON orders (organization_id, number);
CREATE INDEX orders_by_customer ON orders (customer_id, created_at_ms, id);
CREATE INDEX orders_by_subscription ON orders (subscription_id, created_at_ms, id) WHERE subscription_id IS NOT NULL;

CREATE TABLE subscriptions (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    customer_id BLOB NOT NULL,
    product_id BLOB NOT NULL,
    discount_id BLOB,
    status TEXT NOT NULL,
    cancels_at_period_end INTEGER NOT NULL CHECK (cancels_at_period_end IN (0, 1)),
    period_ends_at_ms INTEGER NOT NULL,
    canceled_at_ms INTEGER,
    ended_at_ms INTEGER,
    cancellation_reason TEXT,
    had_trial INTEGER NOT NULL CHECK (had_trial IN (0, 1)),
    minor_units INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX subscriptions_by_organization ON subscriptions (organization_id, created_at_ms, id);
CREATE INDEX subscriptions_by_customer ON subscriptions (customer_id, created_at_ms, id);
CREATE INDEX subscriptions_by_period_end ON subscriptions (period_ends_at_ms)
    WHERE status = 'trialing' OR (status = 'active' AND cancels_at_period_end = 1);
