package org.posescope.app.banner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The notice that is shown; the newest takes the place of the one before. Warnings and questions come back when what covered them is
 * dismissed. One thread.
 */
public final class NoticeModel {
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Notice> covered = new ArrayDeque<>();

    public void show(Notice newNotice) {
        notice.get().filter(before -> before.lasting() && !before.equals(newNotice)).ifPresent(covered::push);
        covered.remove(newNotice);
        notice.set(Optional.of(newNotice));
    }

    /** Takes the place of a notice of the same kind; where there is none, nothing is shown. */
    public void update(Notice newNotice) {
        if (notice.get().filter(shown -> shown.kind() == newNotice.kind()).isPresent()) {
            show(newNotice);
        }
    }

    public void dismiss() {
        notice.set(Optional.ofNullable(covered.poll()));
    }

    /** Takes away everything, because it is over. */
    public void clear() {
        covered.clear();
        notice.set(Optional.empty());
    }

    /** Does what the user chose, and takes the notice away. */
    public void choose(Notice.Answer answer) {
        dismiss();
        answer.action().run();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }
}
