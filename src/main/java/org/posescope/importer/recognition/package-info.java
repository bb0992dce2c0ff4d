/** Tells from a model file alone, by the names, shapes and operators in it, which published network it is and how to run it. */
package org.posescope.importer.recognition;
