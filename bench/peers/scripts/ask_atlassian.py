"""`atlassian-python-api`: asks the Jira in the environment whose the token is."""

import os

from atlassian import Jira

client = Jira(url=os.environ["JIRA_URL"], token=os.environ["JIRA_PAT"])
print("The token belongs to", client.myself()["name"])
