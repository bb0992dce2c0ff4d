/** Many videos, each in a process of its own, with a manifest that says what is done. */
package org.posescope.batch;
