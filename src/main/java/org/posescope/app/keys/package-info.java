/** What can be done with the keyboard. */
package org.posescope.app.keys;
