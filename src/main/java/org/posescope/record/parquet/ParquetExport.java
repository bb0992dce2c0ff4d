package org.posescope.record.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.posescope.frame.Frame;
import org.posescope.frame.PictureFile;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.motion.TableFile;

/**
 * Writes motion as a table in Parquet: a row a person and frame, in frame order. Pixels of the source frame, metres in the camera frame (x
 * right, y down, z forward) or in the world as the header says, radians, scores 0..1, each rounded to what means something. Memory does not
 * grow with the number of rows: a group of about 16 MB is kept, packed and written. The file appears when it is complete, and without a frame
 * there is none.
 */
public final class ParquetExport implements FrameOutput {
    /** Where the header stands in the file's metadata. */
    static final String HEADER = "posescope";

    private static final long ROW_GROUP_BYTES = 16L << 20;
    private static final List<String> REPEATED = List.of("video", "file", "skeleton", "joints_skeleton");

    private final TableFile file;
    private final String video;
    private CountedStream stream;
    private ParquetWriter<PersonRow> writer;

    /**
     * @param video  what is read, which stands in each row
     * @param header the first line of the motion as JSON, which stands in the file's metadata as {@value #HEADER}
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public ParquetExport(Path path, String video, String header) {
        this.video = video;
        file = new TableFile(path);
        file.head(out -> {
            stream = new CountedStream(out);
            writer = new Builder(stream, new PeopleWriteSupport(Map.of(HEADER, header))).open();
        });
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        file.frame(_ -> {
            for (Person person : people) {
                writer.write(new PersonRow(video, frame.file().map(PictureFile::name), frame.index(),
                        frame.ptsMicros(), person));
            }
        });
    }

    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public void discard() {
        file.discard();
    }

    @Override
    public void close() {
        file.finish(this::end);
    }

    private void end(OutputStream out) throws IOException {
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        stream.redirect(end);
        writer.close();
        OrderedFooter.write(end.toByteArray(), out);
    }

    private static final class Builder extends ParquetWriter.Builder<PersonRow, Builder> {
        private final PeopleWriteSupport support;

        Builder(CountedStream stream, PeopleWriteSupport support) {
            super(stream);
            this.support = support;
        }

        ParquetWriter<PersonRow> open() throws IOException {
            withConf(new PlainParquetConfiguration()).withCodecFactory(new ZstdPages())
                    .withCompressionCodec(CompressionCodecName.ZSTD).withRowGroupSize(ROW_GROUP_BYTES)
                    .withDictionaryEncoding(false);
            REPEATED.forEach(column -> withDictionaryEncoding(column, true));
            return build();
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<PersonRow> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }

        @Override
        @Deprecated
        protected WriteSupport<PersonRow> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException("Hadoop is no part of the program");
        }
    }
}
