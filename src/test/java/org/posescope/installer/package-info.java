/**
 * Makes the installers ({@code mvn -Pinstaller package}); a tool of the build, no part of the program. Jars lose the native
 * libraries of other systems, those of this one lie unpacked in one folder, jlink and jpackage make the image, a run of it is
 * recorded for the AOT cache, and jpackage wraps the whole.
 */
package org.posescope.installer;
