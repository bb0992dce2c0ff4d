/**
 * Turns networks in the forms in which they are published into models that run here, and networks that are made for one engine into
 * files for all.
 */
package org.posescope.importer;
