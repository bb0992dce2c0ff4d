/** Parameters as MXNet saves them ({@code .params}): a list of arrays and a list of their names. */
package org.posescope.tensor.mxnet;
