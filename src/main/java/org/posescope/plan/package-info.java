/**
 * What is to be done with the frames of a source, as data: the same records for the command line, the settings of the window and the
 * JSON of reports. Nothing here finds a file or loads a network.
 */
package org.posescope.plan;
