/**
 * The networks whose published checkpoints hold only weights, each written down once. A class follows the figure of its paper;
 * the names in it are those of the authors' code, because they are the keys of the weights.
 */
package org.posescope.network.architecture;
