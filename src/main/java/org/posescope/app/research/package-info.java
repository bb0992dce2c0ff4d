/** Models that users bring because their authors ask everybody to fetch them there. */
package org.posescope.app.research;
