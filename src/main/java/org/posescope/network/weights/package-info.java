/** The way of published weights into a graph: by name, each exactly once, with shapes checked and normalizations folded. */
package org.posescope.network.weights;
