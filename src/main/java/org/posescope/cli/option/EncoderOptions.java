package org.posescope.cli.option;

import java.util.Map;

import org.posescope.record.video.EncoderChoice;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which encoder writes recorded videos: one of them by its name, or the best that there is. */
final class EncoderOptions {
    @Option(names = "--encoder", paramLabel = "NAME", converter = Names.class,
            description = "encoder of recorded videos: h264, vp9 or mpeg4 in software, nvenc, qsv, amf, videotoolbox or mf "
                    + "of a graphics card (default: the first of the former that the kind of file and the size of the "
                    + "pictures allow)")
    private EncoderChoice encoder;

    @Option(names = "--hardware-encoder",
            description = "try the H.264 encoders of the graphics card first; the report names the one that was used")
    private boolean hardware;

    EncoderChoice choice() {
        if (encoder != null) {
            return encoder;
        }
        return hardware ? EncoderChoice.GRAPHICS_CARD : EncoderChoice.AUTOMATIC;
    }

    static final class Names implements ITypeConverter<EncoderChoice> {
        private static final Map<String, EncoderChoice> BY_NAME = Map.of("h264", EncoderChoice.H264, "vp9",
                EncoderChoice.VP9, "mpeg4", EncoderChoice.MPEG4, "nvenc", EncoderChoice.NVENC, "qsv",
                EncoderChoice.QSV, "amf", EncoderChoice.AMF, "videotoolbox", EncoderChoice.VIDEOTOOLBOX, "mf",
                EncoderChoice.MEDIA_FOUNDATION);

        @Override
        public EncoderChoice convert(String value) {
            EncoderChoice choice = BY_NAME.get(value);
            if (choice == null) {
                throw new TypeConversionException("'" + value + "' is not h264, vp9, mpeg4, nvenc, qsv, amf, "
                        + "videotoolbox or mf");
            }
            return choice;
        }
    }
}
