/** What plays: one engine with its source, commanded by the window and free of JavaFX. */
package org.posescope.app.player;
