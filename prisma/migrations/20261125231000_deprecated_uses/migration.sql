CREATE TABLE "deprecated_use" (
    "actor" TEXT NOT NULL,
    "operation_id" TEXT NOT NULL,
    "parameter" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deprecated_use_pkey" PRIMARY KEY ("actor","operation_id","parameter")
);
