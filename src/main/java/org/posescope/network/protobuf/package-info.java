/** The wire format of protocol buffers, read and written field by field without a schema. */
package org.posescope.network.protobuf;
