package org.posescope.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A file that a checkpoint was converted into.
 *
 * @param runtime   that executes it
 * @param precision that it computes in
 * @param file      its name, in the folder of the imported model
 * @param sha256    of the file
 * @param bytes     of the file
 */
public record Conversion(@JsonProperty(required = true) NetworkRuntime runtime,
        @JsonProperty(required = true) Precision precision, @JsonProperty(required = true) String file,
        @JsonProperty(required = true) String sha256, @JsonProperty(required = true) long bytes) {}
