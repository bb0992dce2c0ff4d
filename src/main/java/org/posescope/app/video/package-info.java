/** The picture with its layers: frames on the screen without a copy, and vector drawing over them. */
package org.posescope.app.video;
