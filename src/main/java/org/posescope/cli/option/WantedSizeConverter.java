package org.posescope.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads a size such as {@code 1280x720}. */
public final class WantedSizeConverter implements ITypeConverter<WantedSize> {
    @Override
    public WantedSize convert(String text) {
        return WantedSize.parse(text);
    }
}
