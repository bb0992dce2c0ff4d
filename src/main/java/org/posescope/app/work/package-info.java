/** Work that takes longer than a window may wait: a thread a kind, progress, cancellation, and an ending that is always told. */
package org.posescope.app.work;
