package org.posescope.model;

import java.nio.file.Path;

/** A model whose file is on this machine. */
public record ModelFile(ModelCard card, Path path) {}
