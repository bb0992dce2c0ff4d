/** What a run was and how fast: the JSON report. */
package org.posescope.report;
