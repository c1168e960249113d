"""pycontribs `jira`: what it learns of the Jira in the environment, as JSON."""

import json
import os

from jira import JIRA, JIRAError


def status_of(ask):
    try:
        ask()
    except JIRAError as error:
        return error.status_code
    return 200


url = os.environ["JIRA_DOMAIN"]
client = JIRA(server=url, token_auth=os.environ["JIRA_PAT"], max_retries=0)
permissions = client.my_permissions(projectKey="OPS")["permissions"]
print(
    json.dumps(
        {
            "user": client.myself()["name"],
            "version": client.server_info()["version"],
            "projects": [project.key for project in client.projects()],
            "mayCreate": permissions["CREATE_ISSUES"]["havePermission"],
            "unknown": status_of(lambda: client.search_issues("project = OPS")),
            "refused": status_of(lambda: JIRA(server=url, token_auth=os.environ["BAD_PAT"], max_retries=0).myself()),
        }
    )
)
