/** One sentence across the top of the window when something needs the user. */
package org.posescope.app.banner;
