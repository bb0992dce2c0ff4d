/** The sound of the file that plays, kept together with the picture on the screen. */
package org.posescope.app.sound;
