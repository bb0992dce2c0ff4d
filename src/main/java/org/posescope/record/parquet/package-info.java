/** Motion as a table in Parquet, a row a person and frame. */
package org.posescope.record.parquet;
