/** Files that say where the joints of people are: of this program, and in the layouts of the field's data sets. */
package org.posescope.eval.file;
