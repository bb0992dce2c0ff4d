package org.posescope.quantize;

import org.posescope.model.ImportedModel;
import org.posescope.model.Int8Facts;

/**
 * What came of quantizing a model.
 *
 * @param model      as it is in the store now
 * @param facts      also in its record
 * @param heldApart  inputs that it was compared on only; 0 where it was calibrated with all of them
 * @param floatBytes size of the float network
 * @param int8Bytes  size of the int8 network
 */
public record QuantizedModel(ImportedModel model, Int8Facts facts, int heldApart, long floatBytes, long int8Bytes) {}
