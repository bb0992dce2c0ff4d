/**
 * Networks that TensorFlow wrote, turned into our graph: what the operations of its file formats have in common. The formats themselves
 * are in the packages below.
 */
package org.posescope.network.tensorflow;
