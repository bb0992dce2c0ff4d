package org.posescope.pipeline.kept;

/** Who is who in the clip that is open, as the user changed it. Any thread may use it. */
public interface EditedPeople {
    /** What was changed; nothing where nothing is kept. */
    PeopleEdits edits();

    /** Changes it, or takes changes back. */
    void edit(PeopleEdits wanted);

    /** An identity that nobody has. */
    int fresh();
}
