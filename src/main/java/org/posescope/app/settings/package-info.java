/** What the window remembers, and the page where it is changed. */
package org.posescope.app.settings;
