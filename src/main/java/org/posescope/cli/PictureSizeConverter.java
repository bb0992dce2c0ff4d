package org.posescope.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a size such as {@code 1280x720}. */
final class PictureSizeConverter implements ITypeConverter<PictureSize> {
    @Override
    public PictureSize convert(String text) {
        return PictureSize.parse(text);
    }
}
