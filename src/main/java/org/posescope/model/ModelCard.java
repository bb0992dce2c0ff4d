package org.posescope.model;

import java.util.Optional;

/**
 * What is known of a model without opening its file.
 *
 * @param id       for example {@code blazepose-full}
 * @param title    for people
 * @param runtime  that executes the file
 * @param file     name of the file in the model folder
 * @param decoder  which decoder reads the outputs, for example {@code blazepose-landmarks}
 * @param skeleton id of the skeleton that it gives, if any
 * @param license  SPDX identifier, or a short name
 * @param sha256   of the file, 64 lower-case hex digits; empty where any file of that name is taken
 * @param bytes    size of the file; -1 when unknown
 */
public record ModelCard(String id, String title, Task task, NetworkRuntime runtime, String file, InputSpec input,
        String decoder,
        Optional<String> skeleton, String precision, String license, Origin origin, Optional<String> sha256,
        long bytes) {}
