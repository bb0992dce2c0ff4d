/** What was opened before, with pictures of it. */
package org.posescope.app.recent;
