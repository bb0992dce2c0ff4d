package org.posescope.cli.option;

import java.util.Locale;

import org.posescope.record.motion.LengthUnit;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a unit of length as people write it. */
final class LengthUnitConverter implements ITypeConverter<LengthUnit> {
    @Override
    public LengthUnit convert(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "m" -> LengthUnit.M;
            case "cm" -> LengthUnit.CM;
            default -> throw new TypeConversionException("'" + value + "' is not m or cm");
        };
    }
}
