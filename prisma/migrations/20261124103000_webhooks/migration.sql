-- CreateTable
CREATE TABLE "log_reader" (
    "name" TEXT NOT NULL,
    "last_seq" BIGINT NOT NULL,

    CONSTRAINT "log_reader_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "subjects" TEXT[],
    "tags" TEXT[],
    "audience" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "secret" BYTEA NOT NULL,
    "previous_secret" BYTEA,
    "previous_secret_until" TIMESTAMPTZ(3),
    "after_seq" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "failure_count" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "rest_until" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "seq" BIGINT,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "failure_count" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("webhook_id","event_id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "response" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("webhook_id","event_id","number")
);

-- CreateIndex
CREATE INDEX "webhook_created_idx" ON "webhook"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_created_idx" ON "webhook_delivery"("webhook_id", "created_at" DESC, "event_id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_pending_idx" ON "webhook_delivery"("webhook_id", "seq") WHERE (state = 'pending');

-- CreateIndex
CREATE INDEX "webhook_delivery_due_idx" ON "webhook_delivery"("webhook_id", "next_attempt_at") WHERE (state = 'pending');

-- CreateIndex
CREATE INDEX "webhook_delivery_delivered_idx" ON "webhook_delivery"("finished_at") WHERE (state = 'delivered');

-- CreateIndex
CREATE INDEX "event_actor_idx" ON "event"("actor", "seq");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at", "seq");

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_webhook_id_event_id_fkey" FOREIGN KEY ("webhook_id", "event_id") REFERENCES "webhook_delivery"("webhook_id", "event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Written by hand: what Prisma's schema cannot say.
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_state_check" CHECK ("state" IN ('active', 'paused', 'disabled'));
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_audience_check" CHECK ("audience" IN ('public', 'editors'));
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_previous_secret_check" CHECK (("previous_secret" IS NULL) = ("previous_secret_until" IS NULL));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_state_check" CHECK ("state" IN ('pending', 'delivered', 'parked'));

-- Whoever reads the log from within the service begins where it ends now.
INSERT INTO "log_reader" ("name", "last_seq") SELECT 'webhooks', "last_seq" FROM "event_counter";
