/**
 * A neural network as a graph of operations with its weights inside, whatever program will run it. Axes are numbered as
 * frameworks do, axis 0 is the batch, whose size is open; all other sides are known.
 */
package org.posescope.network.graph;
