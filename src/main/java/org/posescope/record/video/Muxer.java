package org.posescope.record.video;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.nio.file.Path;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.posescope.record.OutputFile;

/**
 * A media file that is being written. Streams are added before {@link #start}; packets of all streams come about in the order
 * in which they are seen and heard, and each goes to the disk at once, so that a file whose writer is killed has all of them.
 */
final class Muxer implements AutoCloseable {
    private final OutputFile output;
    private final Path file;
    private final VideoContainer container;
    private final AVFormatContext context = new AVFormatContext(null);
    private boolean closed;

    /** Touches nothing on the disk. */
    Muxer(OutputFile output, VideoContainer container) {
        this.output = output;
        this.file = output.path();
        this.container = container;
        Ffmpeg.check(avformat_alloc_output_context2(context, null, container.muxer(), null), "preparing " + file);
        context.flags(context.flags() | AVFMT_FLAG_FLUSH_PACKETS);
    }

    /** Whether each packet of sound has a time of its own; else it follows the one before. */
    boolean timesSound() {
        return container != VideoContainer.AVI;
    }

    /** Whether encoders must keep their parameter sets apart from the pictures. */
    boolean globalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    /**
     * Adds a stream that an encoder of FFmpeg fills.
     *
     * @return the number of the stream
     */
    int addStream(AVCodecContext encoder) {
        AVStream stream = avformat_new_stream(context, null);
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describing a stream");
        return stream.index();
    }

    /**
     * Adds a stream of sound that was compressed before.
     *
     * @param unit of the packets' times
     * @return the number of the stream
     */
    int addStream(AVCodecParameters sound, TimeBase unit) {
        AVStream stream = avformat_new_stream(context, null);
        try (AVRational ticks = unit.rational()) {
            stream.time_base(ticks);
        }
        AVCodecParameters own = stream.codecpar();
        Ffmpeg.check(avcodec_parameters_copy(own, sound), "describing sound");
        own.codec_tag(0);
        if (own.codec_id() != AV_CODEC_ID_OPUS) {
            // The silence that encoders begin with is left out, so nothing is to be skipped.
            own.initial_padding(0);
        }
        return stream.index();
    }

    /**
     * Opens the file, overwriting what was there, and writes its header.
     *
     * @throws org.posescope.error.UserException when that fails; a file that was not there before is not there then either
     */
    void start() {
        AVIOContext io = new AVIOContext(null);
        Ffmpeg.checkWritten(avio_open(io, "file:" + file.toAbsolutePath(), AVIO_FLAG_WRITE), file);
        context.pb(io);
        AVDictionary options = Ffmpeg.dictionary(container.options());
        try {
            Ffmpeg.checkWritten(avformat_write_header(context, options), file);
            Ffmpeg.checkWritten(io.error(), file);
        } catch (RuntimeException e) {
            discard();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    /**
     * Writes a packet and takes its content, so that {@code packet} is empty then.
     *
     * @param unit of the packet's times
     * @throws org.posescope.error.UserException when the disk does not take it
     */
    void write(AVPacket packet, int stream, TimeBase unit) {
        Ffmpeg.checkWritten(offer(packet, stream, unit), file);
    }

    /** As {@link #write}, but gives FFmpeg's error code, negative when the packet was not written. */
    int offer(AVPacket packet, int stream, TimeBase unit) {
        packet.stream_index(stream);
        try (AVRational from = unit.rational()) {
            av_packet_rescale_ts(packet, from, context.streams(stream).time_base());
        }
        int code = av_write_frame(context, packet);
        av_packet_unref(packet);
        return code;
    }

    /**
     * Writes the end of the file. Only {@link #close} may follow.
     *
     * @throws org.posescope.error.UserException when the disk does not take it; the file still plays then
     */
    void finish() {
        Ffmpeg.checkWritten(av_write_frame(context, null), file);
        if (!container.finishRewritesHeader()) {
            Ffmpeg.checkWritten(av_write_trailer(context), file);
            return;
        }
        UnfinishedFile unfinished = UnfinishedFile.remember(file);
        int code = av_write_trailer(context);
        if (code < 0) {
            close();
            unfinished.restore();
        }
        Ffmpeg.checkWritten(code, file);
    }

    /** Closes the file as if it had never been written: removes it unless it replaced another. */
    void discard() {
        close();
        output.discard();
    }

    /** Releases everything; the file stays as it is. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (context.pb() != null) {
                avio_closep(context.pb());
                context.pb(null);
            }
            avformat_free_context(context);
        }
    }
}
