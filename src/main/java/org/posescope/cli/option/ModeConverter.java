package org.posescope.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.posescope.pipeline.metrics.Mode;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a mode by its label. */
final class ModeConverter implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String label) {
        return Arrays.stream(Mode.values()).filter(mode -> mode.label().equals(label)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + label + "' is not "
                        + Arrays.stream(Mode.values()).map(Mode::label).collect(Collectors.joining(" or "))));
    }
}
