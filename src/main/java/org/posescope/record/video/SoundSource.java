package org.posescope.record.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avcodec;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.record.RecordedSound;

/**
 * Where the sound of a recording comes from.
 *
 * @param file    a media file; empty when there is none to read sound from
 * @param without what is told of the sound when there is no file
 */
public record SoundSource(Optional<Path> file, RecordedSound without) {
    /** Pictures that never had sound. */
    public static final SoundSource SILENT = new SoundSource(Optional.empty(), RecordedSound.SILENT);

    /** The sound of a source's pictures, when that is a file that can be read beside them. */
    public static SoundSource of(SourceInfo source) {
        return switch (source.kind()) {
            case IMAGE, IMAGE_FOLDER, IMAGE_SEQUENCE -> SILENT;
            case CAMERA, STREAM -> missing("sound is kept of files, not of cameras and streams");
            case VIDEO -> isFile(source)
                    ? new SoundSource(Optional.of(Path.of(source.uri())), RecordedSound.SILENT)
                    : missing("sound is kept only of files on this computer");
        };
    }

    private static SoundSource missing(String why) {
        return new SoundSource(Optional.empty(), RecordedSound.missing(why));
    }

    /** A pipe, for example, can be read only once. */
    private static boolean isFile(SourceInfo source) {
        return source.seekable() && !source.uri().contains("://") && Files.isRegularFile(Path.of(source.uri()));
    }

    /**
     * The sound, ready to be copied, or what is told when there is none.
     *
     * @param reader to be closed by whoever takes it
     */
    record Opened(Optional<SoundReader> reader, RecordedSound without) {
        static Opened none(String why) {
            return new Opened(Optional.empty(), RecordedSound.missing(why));
        }
    }

    /** Opens the sound for a file of a kind. Never fails: pictures are recorded without sound, too. */
    Opened open(VideoContainer container) {
        try {
            Optional<SoundReader> reader = file.flatMap(SoundReader::open);
            Optional<String> refusal = reader.flatMap(each -> refusal(each, container));
            if (refusal.isPresent()) {
                reader.ifPresent(SoundReader::close);
                return Opened.none(refusal.get());
            }
            return new Opened(reader, without);
        } catch (UserException e) {
            return Opened.none(e.getMessage());
        }
    }

    private static Optional<String> refusal(SoundReader sound, VideoContainer container) {
        AVCodecParameters parameters = sound.parameters();
        if (!container.holdsSound(parameters.codec_id())) {
            return Optional.of("its sound (" + sound.codec() + ") does not fit into ." + container.extension()
                    + "; .mkv holds nearly any");
        }
        if (parameters.codec_id() == avcodec.AV_CODEC_ID_AAC && parameters.extradata_size() == 0) {
            // As in MPEG transport streams, where each packet says it again; these files have to say it before the first.
            return Optional.of("its sound (aac) does not say beforehand how it is to be decoded");
        }
        return Optional.empty();
    }
}
