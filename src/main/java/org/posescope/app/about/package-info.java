/** What program this is, and what it has to say when something is wrong. */
package org.posescope.app.about;
