package org.posescope.cli.option;

import java.util.Arrays;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --boxes}. */
public final class BoxSourceConverter implements ITypeConverter<BoxSource> {
    @Override
    public BoxSource convert(String value) {
        return Arrays.stream(BoxSource.values()).filter(each -> each.toString().equals(value)).findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "boxes are " + BoxSource.DETECTED + " or " + BoxSource.GROUND_TRUTH + ", not " + value));
    }
}
