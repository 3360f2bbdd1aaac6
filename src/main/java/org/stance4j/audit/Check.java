package org.stance4j.audit;

/** One thing to look at. Implementations hold no state. */
interface Check {
  /** Looks at the data; at least one finding, so that a reader sees what was checked. */
  CheckResult run(AuditContext context);
}
