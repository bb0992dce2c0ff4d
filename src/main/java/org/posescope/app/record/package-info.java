/** Recording the annotated picture, and single pictures of it. */
package org.posescope.app.record;
