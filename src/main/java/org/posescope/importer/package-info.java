/** Turns checkpoints as their authors publish them into models that run here. */
package org.posescope.importer;
